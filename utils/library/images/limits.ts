const MEGABYTE = 1_000_000;

/** Of one image: larger ones are printed, not read. */
export const MAX_IMAGE_BYTES = 12 * MEGABYTE;
/** Width times height: drawing takes four bytes for each. */
export const MAX_IMAGE_PIXELS = 64_000_000;
/** An image no wider and no higher than this shows nothing to a person. */
export const MAX_BEACON_SIDE = 3;
/** Of one article. */
export const MAX_ARTICLE_IMAGES = 300;
export const MAX_ARTICLE_BYTES = 80 * MEGABYTE;
/** Milliseconds until an image must have come whole. Workers of browsers are stopped after 30 s of silence. */
export const IMAGE_TIME = 25_000;
/** How many are asked for at the same time. */
export const IMAGES_AT_ONCE = 3;
