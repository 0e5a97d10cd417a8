import type { AbsoluteUrl } from '../../utils/extraction/types/source.ts';
import { messageKey } from '../../utils/i18n.ts';
import { isOpen } from '../../utils/library/images/image-jobs.ts';
import { mayAsk } from '../../utils/library/images/private-address.ts';
import type { ImageFailure, ImageJob } from '../../utils/library/images/types.ts';
import { hostOf } from '../../utils/text/urls.ts';
import { formatBytes } from '../format.ts';
import { Icon } from '../Icon.tsx';
import { useInterface } from '../interface.ts';
import type { KeptImages } from '../state/kept-images.ts';
import styles from './OfflineImages.module.css';

export interface OfflineImagesProps {
  readonly kept: KeptImages;
  /** The images that the article shows and that can be kept. */
  readonly urls: readonly AbsoluteUrl[];
  /** The address of the article. */
  readonly page: string;
}

/** Whether the images of a saved article are on this device, and what can be done about it. */
export function OfflineImages({ kept, urls, page }: OfflineImagesProps) {
  const { t } = useInterface();
  const job = kept.job.value;
  const hashes = kept.hashes.value;
  if (!kept.isKnown.value || (urls.length === 0 && hashes.size === 0)) return null;
  const keep = () => void kept.keep(urls.filter((url) => mayAsk(url, new URL(page).hostname)));
  if (job && isOpen(job)) return <AtWork kept={kept} job={job} onAllow={keep} />;
  const missing = urls.filter((url) => !hashes.has(url));
  const failures = (job?.failures ?? []).filter(({ url }) => !hashes.has(url));
  const isTried = failures.length > 0 || job?.state === 'cancelled';
  return (
    <div class={styles.images}>
      <div class={styles.line} role="status">
        {hashes.size > 0 && <Kept kept={kept} />}
        {missing.length > 0 && (
          <button type="button" class={styles.button} title={t('keepImagesNote')} onClick={keep}>
            {!isTried && <Icon name="export" />}
            {isTried ? t('retry') : t('keepImages', { count: missing.length })}
          </button>
        )}
      </div>
      {failures.length > 0 && <Failures failures={failures} />}
    </div>
  );
}

function Kept({ kept }: Pick<OfflineImagesProps, 'kept'>) {
  const { t, language } = useInterface();
  return (
    <>
      <span class={styles.fact}>
        <Icon name="image" />
        {t('imagesKept', { count: kept.hashes.value.size })} · {formatBytes(kept.bytes.value, language)}
      </span>
      <button
        type="button"
        class={styles.plain}
        title={t('imagesDropHint')}
        aria-label={t('imagesDropHint')}
        onClick={() => void kept.drop()}
      >
        {t('imagesDrop')}
      </button>
    </>
  );
}

interface AtWorkProps extends Pick<OfflineImagesProps, 'kept'> {
  readonly job: ImageJob;
  readonly onAllow: () => void;
}

function AtWork({ kept, job, onAllow }: AtWorkProps) {
  const { t } = useInterface();
  const done = job.kept + job.failures.length;
  const values = { done, count: job.total };
  return (
    <div class={styles.images}>
      <div class={styles.line} role="status">
        <span class={styles.fact}>
          <Icon name="image" />
          {t(messageKey('imageJob', job.state), values)}
        </span>
        {job.state === 'waiting' && (
          <button type="button" class={styles.button} onClick={onAllow}>
            {t('imagesAllow')}
          </button>
        )}
        <button type="button" class={styles.plain} onClick={() => void kept.cancel()}>
          {t('imagesStop')}
        </button>
      </div>
      {job.state === 'running' && (
        <progress
          class={styles.progress}
          max={Math.max(1, job.total)}
          value={done}
          aria-label={t(messageKey('imageJob', job.state), values)}
        />
      )}
    </div>
  );
}

function Failures({ failures }: { readonly failures: readonly ImageFailure[] }) {
  const { t } = useInterface();
  return (
    <details class={styles.failures} data-image-failures>
      <summary>{t('imagesMissing', { count: failures.length })}</summary>
      <ul>
        {failures.map(({ url, problem }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noopener noreferrer" title={url}>
              <bdi>{nameOf(url)}</bdi>
            </a>{' '}
            {t(messageKey('imageProblem', problem))}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The host and the name of the file, as far as a line holds them. */
function nameOf(url: AbsoluteUrl): string {
  const file = new URL(url).pathname.split('/').at(-1) ?? '';
  return `${hostOf(url)} … ${file.slice(-40)}`;
}
