import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { BACKUP_KINDS } from '../../components/backup/services.ts';
import { SORTS, VIEWS } from '../../components/library/state/asked.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import ja from '../../public/_locales/ja/messages.json' with { type: 'json' };
import { NOT_ARTICLE_REASONS } from '../../utils/extraction/types/article.ts';
import { COMMENTS_PROBLEMS } from '../../utils/extraction/types/comments.ts';
import { PAGE_PROBLEMS } from '../../utils/extraction/types/metadata.ts';
import { REMOVAL_REASONS } from '../../utils/extraction/types/removals.ts';
import { UNREADABLE_REASONS } from '../../utils/extraction/types/source.ts';
import { type MessageKey, messageKey, translator } from '../../utils/i18n.ts';
import { BACKUP_ERROR_KINDS } from '../../utils/library/backup/errors.ts';
import { ENTRY_FATES } from '../../utils/library/backup/inspect-backup.ts';
import { BACKUP_REMINDERS } from '../../utils/library/backup/reminder.ts';
import { QUERY_PROBLEM_KINDS } from '../../utils/library/finder/types.ts';
import { IMAGE_JOB_STATES, IMAGE_PROBLEMS } from '../../utils/library/images/types.ts';
import { EXPORT_FORMATS } from '../../utils/library/transfer/export/format-names.ts';
import { EXPORT_ERROR_KINDS } from '../../utils/library/transfer/export/types.ts';
import { ROW_RESULTS } from '../../utils/library/transfer/import/report.ts';
import {
  BODY_PROBLEMS,
  FILE_PROBLEMS,
  IMPORT_KINDS,
  ROW_REASONS,
} from '../../utils/library/transfer/import/types.ts';
import { IMPORT_PROBLEMS } from '../../utils/library/transfer-types.ts';
import { LIBRARY_ERROR_KINDS, SAVED_STATES } from '../../utils/library/types.ts';
import { MEMORY_ERRORS } from '../../utils/memory/errors.ts';
import { CHOICE_KINDS } from '../../utils/memory/schema.ts';
import { CANNOT_READ_REASONS } from '../../utils/reading/types.ts';

const CATALOGUES = { en, ja } as Record<string, Record<string, { message: string }>>;
const ROOT = new URL('../../', `file://${import.meta.filename}`);

/** Japanese has one form for any number. */
const isSingular = (key: string) => key.endsWith('_one') && `${key.slice(0, -4)}` in en;

test('both languages have the same messages', () => {
  expect(Object.keys(ja).sort()).toEqual(
    Object.keys(en)
      .filter((key) => !isSingular(key))
      .sort(),
  );
});

test('browsers accept every key: letters, digits and underscores, different also in lower case', () => {
  const keys = Object.keys(en);
  expect(keys.filter((key) => !/^[a-z0-9_]+$/iu.test(key))).toEqual([]);
  expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
});

test('a message has the same values to fill in, in both languages', () => {
  const values = (message: string) => [...message.matchAll(/\{\w+\}/gu)].map(String).sort();
  for (const [key, { message }] of Object.entries(ja)) {
    expect([key, values(message)]).toEqual([key, values(en[key as MessageKey].message)]);
  }
});

describe.each(Object.entries(CATALOGUES))('in %s', (_language, catalogue) => {
  test.each([
    ['reason', REMOVAL_REASONS],
    ['notArticle', NOT_ARTICLE_REASONS],
    ['unreadable', UNREADABLE_REASONS],
    ['cannotRead', CANNOT_READ_REASONS],
    ['libraryError', LIBRARY_ERROR_KINDS],
    ['pageProblem', PAGE_PROBLEMS],
    ['commentsProblem', COMMENTS_PROBLEMS],
    ['queryProblem', QUERY_PROBLEM_KINDS],
    ['listView', VIEWS],
    ['listNone', VIEWS],
    ['listSort', SORTS],
    ['imageJob', IMAGE_JOB_STATES],
    ['imageProblem', IMAGE_PROBLEMS],
    ['memoryError', MEMORY_ERRORS],
    ['choice', CHOICE_KINDS],
    ['importKind', IMPORT_KINDS],
    ['importSkipped', ROW_REASONS],
    ['importBody', BODY_PROBLEMS],
    ['importProblem', IMPORT_PROBLEMS],
    ['importFile', FILE_PROBLEMS],
    ['importResult', ROW_RESULTS],
    ['importState', SAVED_STATES],
    ['exportError', EXPORT_ERROR_KINDS],
    ['exportFormat', EXPORT_FORMATS],
    ['exportFormatHint', EXPORT_FORMATS],
    ['exportFolder', SAVED_STATES],
    ['backupError', BACKUP_ERROR_KINDS],
    ['backupRemind', BACKUP_REMINDERS],
    ['backupKind', BACKUP_KINDS],
    ['restoreFate', ENTRY_FATES],
  ] as const)('every %s has a sentence', (prefix, values: readonly string[]) => {
    const missing = values.filter((value) => !catalogue[messageKey(prefix, value)]?.message);
    expect(missing).toEqual([]);
  });

  test('no message is empty or starts or ends with a space', () => {
    const odd = Object.entries(catalogue).filter(([, { message }]) => !message || message !== message.trim());
    expect(odd).toEqual([]);
  });
});

test('Japanese messages are in Japanese', () => {
  const names = new Set(['textSizeValue', 'byline', 'published', 'language_en']);
  /** What is typed is the same in every language. */
  const isTyped = (key: string) => /^querySample_(?:site|date|is|lang)$/u.test(key);
  const foreign = Object.entries(ja).filter(
    ([key, { message }]) =>
      !names.has(key) &&
      !isTyped(key) &&
      !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(message),
  );
  expect(foreign).toEqual([]);
});

test('the short summary fits the stores', () => {
  for (const { message } of [en.extensionDescription, ja.extensionDescription]) {
    expect(message.length).toBeLessThanOrEqual(132);
  }
});

test('every message is used', async () => {
  const sources = await sourceText();
  const prefixes = [
    'reason_',
    'notArticle_',
    'unreadable_',
    'cannotRead_',
    'libraryError_',
    'pageProblem_',
    'commentsProblem_',
    'memoryError_',
    'choice_',
    'language_',
    'blogsLearn_',
    'importKind_',
    'importWhat_',
    'importSkipped_',
    'importBody_',
    'importProblem_',
    'importFile_',
    'importResult_',
    'importFate_',
    'importState_',
    'textWidth_',
    'textFont_',
    'appearance_',
    'images_',
    'imageJob_',
    'imageProblem_',
    'storageKeepImages_',
    'threadSort_',
    'exportError_',
    'exportFormat_',
    'exportFormatHint_',
    'exportFolder_',
    'listView_',
    'listNone_',
    'listSort_',
    'queryProblem_',
    'backupError_',
    'backupRemind_',
    'backupKind_',
    'restoreFate_',
  ];
  const unused = Object.keys(en).filter(
    (key) =>
      !isSingular(key) &&
      !prefixes.some((prefix) => key.startsWith(prefix)) &&
      !new RegExp(`['_]${key}[_']`, 'u').test(sources),
  );
  expect(unused).toEqual([]);
});

test('singular and plural', () => {
  const t = translator('en');
  expect(t('digestCount', { count: 1 })).toBe('1 comment');
  expect(t('digestCount', { count: 1200 })).toBe('1,200 comments');
  expect(translator('ja')('digestCount', { count: 1 })).toBe('コメント1件');
});

async function sourceText(): Promise<string> {
  const texts = [await readFile(new URL('wxt.config.ts', ROOT), 'utf8')];
  for (const folder of ['components', 'entrypoints', 'utils']) {
    const names = await readdir(new URL(folder, ROOT), { recursive: true });
    for (const name of names.filter((file) => /\.tsx?$/u.test(file))) {
      texts.push(await readFile(new URL(`${folder}/${name}`, ROOT), 'utf8'));
    }
  }
  return texts.join('\n');
}
