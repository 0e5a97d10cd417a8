import type { BlogSummary } from '../../utils/memory/memory.ts';
import { Choice } from '../Choice.tsx';
import { formatMoment } from '../format.ts';
import { useInterface } from '../interface.ts';
import type { BlogRecords } from '../state/blog-records.ts';
import type { SettingsProps } from '../TextChoices.tsx';
import { Records } from './Records.tsx';
import styles from './records.module.css';
import { Section } from './Section.tsx';

export interface BlogsSectionProps extends SettingsProps {
  readonly records: BlogRecords;
}

/** Whether blogs are learned, and those that were. */
export function BlogsSection({ records, settings, onChange }: BlogsSectionProps) {
  const { t } = useInterface();
  return (
    <Section id="blogs" heading={t('blogs')} intro={t('blogsIntro')}>
      <Choice
        label={t('blogsLearn')}
        values={['on', 'off']}
        chosen={settings.learnBlogs}
        nameOf={(value) => t(`blogsLearn_${value}`)}
        onChange={(learnBlogs) => onChange({ learnBlogs })}
      />
      <Records
        listed={records.blogs.value}
        isEmpty={(blogs) => blogs.length === 0}
        none={t('blogsNone')}
        forgetAll={t('blogsForgetAll')}
        onForgetAll={() => void records.forgetBlogs()}
        onRetry={() => void records.refresh()}
      >
        {(blogs) => (
          <ul class={styles.list}>
            {blogs.map((blog) => (
              <Blog key={blog.host} blog={blog} onForget={() => void records.forgetBlogs(blog.host)} />
            ))}
          </ul>
        )}
      </Records>
    </Section>
  );
}

function Blog({ blog, onForget }: { readonly blog: BlogSummary; readonly onForget: () => void }) {
  const { t, language } = useInterface();
  const { host, posts, shared, readAt } = blog;
  const facts = [
    t('blogPosts', { count: posts }),
    t('blogShared', { count: shared }),
    formatMoment(readAt, language),
  ];
  return (
    <li class={styles.record}>
      <span class={styles.words}>
        <strong class={styles.host}>{host}</strong> <span class={styles.facts}>{facts.join(' · ')}</span>
      </span>
      <button type="button" class={styles.forget} aria-label={t('forgetAllOf', { host })} onClick={onForget}>
        {t('forget')}
      </button>
    </li>
  );
}
