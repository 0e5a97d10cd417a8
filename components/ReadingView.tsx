import { messageKey } from '../utils/i18n.ts';
import { ArticleView } from './ArticleView.tsx';
import { useInterface } from './interface.ts';
import { Loading } from './Loading.tsx';
import { type OpenPost, PostList } from './PostList.tsx';
import type { EntrySlots } from './reader/entry-slots.ts';
import { StateMessage } from './StateMessage.tsx';
import type { Reading } from './state/reading.ts';
import type { Session } from './state/session.ts';

export interface ReadingViewProps {
  readonly session: Session;
  readonly alwaysShowImages: boolean;
  readonly loadingLabel: string;
  readonly openPost?: OpenPost | undefined;
  /** What stands with the article where it is saved. */
  readonly slots?: EntrySlots | undefined;
}

/** Whatever came of reading: an article, or why there is none and what to do. */
export function ReadingView(props: ReadingViewProps) {
  const { session, alwaysShowImages, loadingLabel, openPost, slots } = props;
  const shown = session.shown.value;
  const reading = session.reading.value;
  if (shown) {
    return (
      <ArticleView
        article={shown.article}
        url={shown.origin.url}
        isBestEffort={shown.isBestEffort}
        alwaysShowImages={alwaysShowImages}
        furtherPages={session.furtherPages}
        arranging={session.arranging}
        seen={session.seen.value}
        slots={slots}
      />
    );
  }
  if (reading.kind === 'loading' || reading.kind === 'article') return <Loading label={loadingLabel} />;
  return (
    <NoArticle
      reading={reading}
      onReadAnyway={session.readAnyway}
      onRetry={() => void session.read()}
      openPost={openPost}
    />
  );
}

interface NoArticleProps {
  readonly reading: Exclude<Reading, { kind: 'loading' | 'article' }>;
  readonly onReadAnyway: () => void;
  readonly onRetry: () => void;
  readonly openPost: OpenPost | undefined;
}

function NoArticle({ reading, onReadAnyway, onRetry, openPost }: NoArticleProps) {
  const { t } = useInterface();
  const retry = { label: t('retry'), onClick: onRetry };
  switch (reading.kind) {
    case 'not-an-article':
      return (
        <>
          <StateMessage
            icon="book"
            heading={t('headingNotArticle')}
            text={t(messageKey('notArticle', reading.reason))}
            action={reading.bestEffort ? { label: t('readAnyway'), onClick: onReadAnyway } : retry}
            isAbove={reading.posts.length > 0}
          />
          {reading.posts.length > 0 && (
            <PostList
              heading={t(reading.reason === 'list-of-posts' ? 'postsListed' : 'linksListed', {
                count: reading.posts.length,
              })}
              posts={reading.posts}
              onOpen={openPost}
            />
          )}
        </>
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
