import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { BACKUP_REMINDERS } from './library/backup/reminder.ts';

/** How far text can be made smaller or larger than its normal size, in steps. */
export const TEXT_SIZE_STEPS = { smallest: -2, normal: 0, largest: 4 } as const;

const APPEARANCES = ['auto', 'light', 'dark'] as const;
const LANGUAGES = ['auto', 'en', 'ja'] as const;
const LINE_WIDTHS = ['narrow', 'medium', 'wide'] as const;
const FONTS = ['sans', 'serif'] as const;
const SHOW_IMAGES = ['ask', 'always'] as const;
const LEARN_BLOGS = ['on', 'off'] as const;
const KEEP_IMAGES = ['ask', 'always'] as const;
/** Megabytes. */
const IMAGE_LIMITS = [500, 2_000, 10_000] as const;

/**
 * Every setting with its values and its default. What is stored is checked against this: a value that is
 * missing, or was written by another version and means nothing here, gives way to the default.
 */
const SETTINGS = v.object({
  appearance: v.fallback(v.picklist(APPEARANCES), 'auto'),
  /** Of the interface; `auto` follows the browser. */
  language: v.fallback(v.picklist(LANGUAGES), 'auto'),
  textSize: v.fallback(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(TEXT_SIZE_STEPS.smallest),
      v.maxValue(TEXT_SIZE_STEPS.largest),
    ),
    TEXT_SIZE_STEPS.normal,
  ),
  lineWidth: v.fallback(v.picklist(LINE_WIDTHS), 'medium'),
  font: v.fallback(v.picklist(FONTS), 'sans'),
  /** Images come from the blog's servers, which see who asks: shown at a click, or always by choice. */
  showImages: v.fallback(v.picklist(SHOW_IMAGES), 'ask'),
  /** Whether blocks that a blog's posts have in common are learned and dimmed. */
  learnBlogs: v.fallback(v.picklist(LEARN_BLOGS), 'on'),
  /** Whether images are kept offline when their article is saved; needs the permission to ask every site. */
  keepImages: v.fallback(v.picklist(KEEP_IMAGES), 'ask'),
  /** How large all images that are kept offline may be together. Megabytes. */
  imageLimit: v.fallback(v.picklist(IMAGE_LIMITS), 2_000),
  /** How often the library page reminds of a backup. */
  backupReminder: v.fallback(v.picklist(BACKUP_REMINDERS), 'monthly'),
});

export type Settings = Readonly<v.InferOutput<typeof SETTINGS>>;

const NAMES = Object.keys(SETTINGS.entries) as (keyof Settings)[];
/** Each setting has a key of its own, so that two pages changing different ones do not undo each other. */
const PREFIX = 'setting.';
const STORAGE_KEYS = NAMES.map((name) => `${PREFIX}${name}`);

/** Settings from anything stored; never fails. */
export function parseSettings(stored: Readonly<Record<string, unknown>>): Settings {
  return v.parse(SETTINGS, Object.fromEntries(NAMES.map((name) => [name, stored[`${PREFIX}${name}`]])));
}

export const DEFAULT_SETTINGS: Settings = parseSettings({});

/** The settings as they are now; the defaults where the browser gives no storage. */
export async function loadSettings(): Promise<Settings> {
  try {
    return parseSettings(await browser.storage.local.get(STORAGE_KEYS));
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** Changes some settings, for every page of the extension. Rejects when the browser can't store them. */
export async function changeSettings(changes: Partial<Settings>): Promise<void> {
  const entries = Object.entries(changes).map(([name, value]) => [`${PREFIX}${name}`, value]);
  await browser.storage.local.set(Object.fromEntries(entries));
}

/**
 * Calls back with the settings whenever one of them changed, in this page or another.
 * @returns stops watching
 */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local' || !Object.keys(changes).some((key) => key.startsWith(PREFIX))) return;
    void loadSettings().then(changed);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
