import { messageKey } from '../utils/i18n.ts';
import { ArticleView } from './ArticleView.tsx';
import { useInterface } from './interface.ts';
import { Loading } from './Loading.tsx';
import { StateMessage } from './StateMessage.tsx';
import type { Reading } from './state/reading.ts';
import type { Shown } from './state/session.ts';

export interface ReadingViewProps {
  readonly reading: Reading;
  readonly shown: Shown | null;
  readonly alwaysShowImages: boolean;
  readonly loadingLabel: string;
  readonly onReadAnyway: () => void;
  readonly onRetry: () => void;
}

/** Whatever came of reading: an article, or why there is none and what to do. */
export function ReadingView(props: ReadingViewProps) {
  const { t } = useInterface();
  const { reading, shown, onRetry } = props;
  if (shown) {
    return (
      <ArticleView
        article={shown.article}
        url={shown.origin.url}
        isBestEffort={shown.isBestEffort}
        alwaysShowImages={props.alwaysShowImages}
      />
    );
  }
  const retry = { label: t('retry'), onClick: onRetry };
  switch (reading.kind) {
    case 'loading':
    case 'article':
      return <Loading label={props.loadingLabel} />;
    case 'not-an-article':
      return (
        <StateMessage
          icon="book"
          heading={t('headingNotArticle')}
          text={t(messageKey('notArticle', reading.reason))}
          action={reading.bestEffort ? { label: t('readAnyway'), onClick: props.onReadAnyway } : retry}
        />
      );
    case 'unreadable':
      return <StateMessage icon="unreadable" heading={t('headingUnreadable')} text={t(reading.message)} />;
    case 'failed':
      return (
        <StateMessage
          icon="alert"
          heading={t('headingFailed')}
          text={t('failedText', { step: reading.step })}
          details={reading.details}
          action={retry}
        />
      );
    case 'not-opened':
      return (
        <StateMessage
          icon="alert"
          heading={t('headingSavedMissing')}
          text={t(messageKey('libraryError', reading.error.kind))}
          details={reading.error.details}
          action={reading.error.kind === 'not-found' ? null : retry}
          link={reading.error.summary && { label: t('openOriginal'), href: reading.error.summary.url }}
        />
      );
    case 'bad-address':
      return <StateMessage icon="book" heading={t('headingBadAddress')} text={t('badAddressText')} />;
  }
}
