import type { Outcome } from '../extraction/types/article.ts';
import type { CannotReadReason } from './types.ts';

/** What is known of a tab before it is asked. */
export interface TabState {
  /** Empty where the browser hides it. */
  readonly url: string;
  readonly favIconUrl?: string | undefined;
  readonly discarded?: boolean | undefined;
  readonly status?: string | undefined;
}

/** Schemes of pages that no browser opens to extensions. */
const SCHEME_REASONS: readonly (readonly [RegExp, CannotReadReason])[] = [
  [/^view-source:/iu, 'view-source'],
  [/^(?:about:reader\?|(?:chrome-distiller|read):)/iu, 'reader-view'],
  [/^(?:chrome-error:|about:(?:neterror|certerror|blocked|httpsonlyerror))/iu, 'error-page'],
  [/^(?:chrome|moz|safari-web|ms-browser)-extension:/iu, 'extension-page'],
  [
    /^(?:chrome|chrome-search|chrome-untrusted|devtools|edge|brave|opera|vivaldi|resource|about):/iu,
    'browser-page',
  ],
];

/**
 * Sites that one browser or the other closes to all extensions: Chromium its own store, Firefox the hosts of
 * its preference `extensions.webextensions.restrictedDomains`.
 */
const CLOSED_SITES =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.opera\.com|(?:addons|discovery\.addons|content\.cdn|accounts-static\.cdn|addons\.cdn)\.mozilla\.(?:org|net)|(?:api\.accounts|oauth\.accounts|profile\.accounts|accounts)\.firefox\.com|(?:sync\.services|support)\.mozilla\.(?:org|com))(?:[/?#]|$)/iu;

/**
 * How browsers word a refused or lost injection. Chromium: `extensions/common/manifest_constants.cc` and
 * `extensions/browser/scripting_utils.cc`; Firefox: `ext-scripting.js`, `ext-tabs-base.js`.
 */
const ERROR_REASONS: readonly (readonly [RegExp, CannotReadReason])[] = [
  [/no tab with id|invalid tab id|tab was closed/iu, 'closed'],
  [/showing error page/iu, 'error-page'],
  [/gallery cannot be scripted/iu, 'extension-store'],
  [/ExtensionsSettings policy|blocked by (?:the )?administrator|policy/iu, 'blocked'],
  [/cannot access .*-extension:/iu, 'extension-page'],
  [/cannot access a (?:chrome|edge|brave|opera|devtools)\S*:/iu, 'browser-page'],
  [
    /frame.*(?:was removed|removed)|no frame with id|frame with id .* (?:is )?not (?:ready|found)/iu,
    'navigated',
  ],
  [/destroyed|navigated|unloaded|document.*(?:inactive|detached)|actor|message channel/iu, 'navigated'],
];

/** Firefox tells its PDF viewer and its error pages by their icon only: the address is the PDF's, or what failed. */
const PDF_ICON = 'chrome://global/skin/icons/pdf.svg';
const ERROR_PAGE_ICON = /^chrome:\/\/global\/skin\/(?:icons\/|illustrations\/)/u;

const PDF: Outcome = { kind: 'unreadable', reason: 'pdf' };

/** Says whether a tab is closed to us, before it is asked; null when it may be asked. */
export function whyClosed(tab: TabState): CannotReadReason | null {
  const { url } = tab;
  const known = SCHEME_REASONS.find(([pattern]) => pattern.test(url));
  if (known) return known[1];
  return tab.discarded ? 'discarded' : null;
}

/**
 * Says why an injection failed.
 * @param message what the browser said
 * @param tab the tab as it was before the attempt
 * @param wasClickedNow a click has just opened the tab to us, as far as the browser opens it at all
 */
export function whyRefused(
  message: string,
  tab: TabState,
  wasClickedNow: boolean,
): CannotReadReason | Outcome {
  const { url } = tab;
  const said = ERROR_REASONS.find(([pattern]) => pattern.test(message));
  if (said) return said[1];
  if (CLOSED_SITES.test(url)) return 'extension-store';
  if (/^file:/iu.test(url)) return 'file-access';
  if (tab.favIconUrl === PDF_ICON) return PDF;
  if (ERROR_PAGE_ICON.test(tab.favIconUrl ?? '')) return 'error-page';
  if (/^https?:[^?#]*\.pdf(?:[?#]|$)/iu.test(url)) return PDF;
  if (url === '' && wasClickedNow) return tab.status === 'loading' ? 'navigated' : 'blocked';
  return url === '' || /^https?:/iu.test(url) ? 'not-granted' : 'blocked';
}
