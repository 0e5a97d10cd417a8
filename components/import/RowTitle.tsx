import { useInterface } from '../interface.ts';
import view from './ImportView.module.css';

/** The title of a row with its address below; the address alone where there is no title. Not a link: it is untried. */
export function RowTitle({ title, url }: { readonly title: string; readonly url: string }) {
  const { t } = useInterface();
  if (!title && !url) return <span class={view.sub}>{t('importNoTitle')}</span>;
  const hasTitle = title !== '' && title !== url;
  return (
    <>
      {hasTitle && <span dir="auto">{title}</span>}
      {url && <span class={hasTitle ? view.sub : undefined}>{url}</span>}
    </>
  );
}
