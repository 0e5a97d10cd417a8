import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { KeptImages } from '../state/kept-images.ts';

/** How images that are kept offline are found; null where a screen shows none. */
export const KeptImagesContext = createContext<Pick<KeptImages, 'hashes' | 'open'> | null>(null);

/** `none` is not kept; `coming` has its place while it is read from the disk. */
export type KeptImage =
  | { readonly kind: 'none' | 'coming' }
  | { readonly kind: 'here'; readonly href: string };

/**
 * An image from the disk, under an address that is good for as long as it is shown.
 * @param isNear false while it is far from what is seen, when it need not be read
 */
export function useKeptImage(url: string, isNear: boolean): KeptImage {
  const images = useContext(KeptImagesContext);
  const hash = images?.hashes.value.get(url);
  const [href, setHref] = useState<string | null>(null);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    setHref(null);
    if (!images || hash === undefined || !isNear) return;
    let address: string | null = null;
    let isShown = true;
    void images.open(url).then((blob) => {
      if (!isShown) return;
      if (!blob) return setLost(true);
      address = URL.createObjectURL(blob);
      setHref(address);
    });
    return () => {
      isShown = false;
      if (address) URL.revokeObjectURL(address);
    };
  }, [images, hash, url, isNear]);
  if (hash === undefined || isLost) return { kind: 'none' };
  return href === null ? { kind: 'coming' } : { kind: 'here', href };
}
