/** Runs in the browser: the features of every block of a page, as `npm run train` learns from them. */
import { takeComments } from '../../utils/extraction/comments.ts';
import { cutBoilerplate } from '../../utils/extraction/cut-boilerplate.ts';
import { chooseCandidate, searchOf } from '../../utils/extraction/find-article.ts';
import { featuresOf } from '../../utils/extraction/judge/features.ts';
import { surveyPage } from '../../utils/extraction/judge/page-survey.ts';
import { describe } from '../../utils/extraction/metadata.ts';
import { snapshot } from '../../utils/extraction/snapshot.ts';

export interface PageFeatures {
  readonly texts: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

function featuresOfPage(html: string, url: string): PageFeatures | null {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const taken = snapshot({ document, url, contentType: 'text/html' });
  if (!taken.ok) return null;
  const meta = describe(taken.value);
  const search = searchOf(cutBoilerplate(takeComments(taken.value).rest), meta);
  const choice = chooseCandidate(search);
  if (!choice) return null;
  const survey = surveyPage(search, choice.chosen, choice.candidates);
  const features = featuresOf(survey, search.author);
  const said = search.blocks.flatMap((block, index) => (block.text ? [index] : []));
  return {
    texts: said.map((index) => search.blocks[index]?.text ?? ''),
    rows: said.map((index) => Array.from(features(index), (value) => Math.round(value * 1000) / 1000)),
  };
}

Object.assign(globalThis, { featuresOfPage });
