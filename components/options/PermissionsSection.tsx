import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '../../utils/i18n.ts';
import { useInterface } from '../interface.ts';
import styles from './records.module.css';
import { Section } from './Section.tsx';

/** What the browser lets Seidoku do. */
export interface Permissions {
  /** Those that Seidoku has from its installation on. */
  readonly installed: readonly string[];
  /** The addresses that the reader has allowed besides, as patterns. */
  readonly sites: () => Promise<readonly string[]>;
  /** Takes the permission for an address back. */
  readonly revoke: (site: string) => Promise<void>;
}

/** Why each permission is asked for. */
export const PERMISSION_REASONS: Readonly<Record<string, MessageKey>> = {
  activeTab: 'permissionActiveTab',
  scripting: 'permissionScripting',
  storage: 'permissionStorage',
  unlimitedStorage: 'permissionUnlimitedStorage',
  contextMenus: 'permissionContextMenus',
};

export function PermissionsSection({ permissions }: { readonly permissions: Permissions }) {
  const { t } = useInterface();
  const [sites, setSites] = useState<readonly string[]>([]);
  const look = () => void permissions.sites().then(setSites, () => setSites([]));
  useEffect(look, [permissions]);
  return (
    <Section id="permissions" heading={t('permissions')} intro={t('permissionsIntro')}>
      <dl class={styles.permissions}>
        {permissions.installed.map((name) => (
          <div key={name} class={styles.permission}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{t(PERMISSION_REASONS[name] ?? 'permissionOther')}</dd>
          </div>
        ))}
      </dl>
      <h3 class={styles.subheading}>{t('permissionSites')}</h3>
      {sites.length === 0 && <p class={styles.none}>{t('permissionSitesNone')}</p>}
      <ul>
        {sites.map((site) => (
          <li key={site} class={styles.record}>
            <span class={styles.words}>{site}</span>
            <button
              type="button"
              class={styles.forget}
              aria-label={t('permissionRevokeOne', { site })}
              onClick={() => void permissions.revoke(site).then(look, look)}
            >
              {t('permissionRevoke')}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
