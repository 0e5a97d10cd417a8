/** What the library tab is to show. */
export type LibraryTarget =
  | { readonly kind: 'list' /** The search line. */; readonly text: string }
  | { readonly kind: 'import' };

/** The address of the library tab for a target, relative to the extension's root. */
export function libraryPath(target: LibraryTarget): `/library.html${string}` {
  if (target.kind === 'import') return '/library.html#import';
  return target.text ? `/library.html#search=${encodeURIComponent(target.text)}` : '/library.html';
}

/** The target that an address fragment names; the whole list when it names none. */
export function libraryTarget(hash: string): LibraryTarget {
  if (hash === '#import') return { kind: 'import' };
  return { kind: 'list', text: searchIn(hash) };
}

function searchIn(hash: string): string {
  const encoded = /^#search=(.*)$/u.exec(hash)?.[1] ?? '';
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}
