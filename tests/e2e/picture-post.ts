import type { ServerResponse } from 'node:http';
import { pngHeader, pngPicture } from '../../scripts/lib/picture.ts';
import type { Served } from '../../scripts/lib/sample-server.ts';

export const POST = 'http://pictures.sample.example/2024/harbour';
const OTHER_POST = 'http://pictures.sample.example/2024/harbour-again';
const CDN = 'http://img.pictures.example';

/** What the post shows and that can be kept: three pictures, of which two are the same bytes. */
export const PICTURES = [`${CDN}/quay.png`, `${CDN}/crane.png`, `${CDN}/copy/crane.png`];
export const DRAWING = `${CDN}/chart.svg`;
/** Hostile or broken, with why each is refused. */
export const REFUSED = {
  [`${CDN}/page-in-disguise.jpg`]: 'imageProblem_not_an_image',
  [`${CDN}/endless.png`]: 'imageProblem_too_large',
  [`${CDN}/claims-to-be-huge.png`]: 'imageProblem_too_large',
  [`${CDN}/gone.png`]: 'imageProblem_refused',
  [`${CDN}/pixel.png`]: 'imageProblem_beacon',
  'http://localhost/router.png': 'imageProblem_private_address',
} as const;
const COUNTER = 'http://stats.wordpress.com/g.gif';

const LINES = [
  'The harbour is quiet on a weekday morning, and the only sound is a rope that somebody has tied badly.',
  'I had come to draw the crane before it is taken down, which will be in May unless the council changes its mind.',
  'A man with a dog told me that his father had worked it for thirty years and had never once been up there in a storm.',
  'The paint is the green of school corridors, and where it has come off there is an older green beneath it.',
];

/** The page itself does not show its images: what is endless or huge would end its tab. */
function article(images: readonly string[]): string {
  const parts = images.map((image, index) => {
    const line = LINES[index % LINES.length];
    return `<p>${line} (${index + 1})</p><p><img data-src="${image}" alt="Picture ${index + 1}" width="640" height="360"></p>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>At the harbour</title></head><body><article><h1>At the harbour</h1>
${LINES.map((line) => `<p>${line}</p>`).join('\n')}${parts.join('\n')}
<p>I will go again when the crane is gone.</p></article></body></html>`;
}

const html = (body: string): Served => ({ contentType: 'text/html', body });
const png = (body: Buffer): Served => ({ contentType: 'image/png', body });

function neverEnds(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'image/png' });
  const chunk = Buffer.alloc(256 * 1024, 7);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  response.write(pngHeader(100, 100));
  more();
}

/** The pages of a blog with pictures on another server. */
export function picturePages(): Map<string, Served> {
  const crane = pngPicture(640, 360, 2);
  const [quay = '', first = '', second = ''] = PICTURES;
  return new Map<string, Served>([
    [POST, html(article([...PICTURES, DRAWING, ...Object.keys(REFUSED), COUNTER]))],
    [OTHER_POST, html(article(PICTURES))],
    ['http://pictures.sample.example/favicon.ico', { contentType: 'image/x-icon', body: '' }],
    [quay, png(pngPicture(640, 360, 1))],
    [first, png(crane)],
    [second, png(crane)],
    [
      DRAWING,
      {
        contentType: 'image/png',
        body:
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" onload="window.ran = 1">' +
          '<script>window.ran = 1; parent.ran = 1; fetch("http://evil.example/ran")</script>' +
          '<image href="http://evil.example/beacon.png" width="9" height="9"/>' +
          '<rect width="640" height="360" fill="#dde6ee"/><path d="M40 320L320 60L600 320z" fill="#3b6e8f"/></svg>',
      },
    ],
    [`${CDN}/page-in-disguise.jpg`, { contentType: 'image/jpeg', body: '<html><script>ran = 1</script>' }],
    [`${CDN}/endless.png`, { contentType: 'image/png', body: '', respond: neverEnds }],
    [`${CDN}/claims-to-be-huge.png`, png(pngHeader(65_000, 65_000))],
    [`${CDN}/pixel.png`, png(pngPicture(1, 1, 1))],
    ['http://localhost/router.png', png(pngPicture(64, 64, 3))],
    [COUNTER, png(pngPicture(64, 64, 4))],
  ]);
}

export { OTHER_POST };
