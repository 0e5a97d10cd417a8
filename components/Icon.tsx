import {
  ALargeSmall,
  Archive,
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Bookmark,
  BookmarkCheck,
  BookOpen,
  ChevronRight,
  ChevronsDownUp,
  ChevronsUpDown,
  CircleAlert,
  CircleQuestionMark,
  CornerDownRight,
  Download,
  Ellipsis,
  FileX,
  type IconNode,
  Image,
  Inbox,
  Library,
  Link,
  ListFilter,
  Minus,
  NotebookPen,
  Pencil,
  Plus,
  Search,
  SquareArrowOutUpRight,
  Star,
  Tag,
  Trash,
  Undo2,
  X,
} from 'lucide';
import { createElement } from 'preact';
import styles from './Icon.module.css';

const ICONS = {
  bookmark: Bookmark,
  bookmarked: BookmarkCheck,
  text: ALargeSmall,
  tab: SquareArrowOutUpRight,
  more: Ellipsis,
  close: X,
  open: ChevronRight,
  collapse: ChevronsDownUp,
  expand: ChevronsUpDown,
  previous: ArrowLeft,
  next: ArrowRight,
  pencil: Pencil,
  image: Image,
  search: Search,
  remove: Trash,
  answer: CornerDownRight,
  smaller: Minus,
  larger: Plus,
  book: BookOpen,
  unreadable: FileX,
  alert: CircleAlert,
  help: CircleQuestionMark,
  library: Library,
  link: Link,
  star: Star,
  archive: Archive,
  inbox: Inbox,
  tag: Tag,
  note: NotebookPen,
  filter: ListFilter,
  export: Download,
  undo: Undo2,
  ascending: ArrowUp,
  descending: ArrowDown,
} satisfies Record<string, IconNode>;

export type IconName = keyof typeof ICONS;

/** A line icon; decoration only, so whatever it stands for needs words beside it or a label. */
export function Icon({ name, filled = false }: { readonly name: IconName; readonly filled?: boolean }) {
  return (
    <svg
      class={styles.icon}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      data-filled={filled || undefined}
    >
      {ICONS[name].map(([tag, attributes], index) => createElement(tag, { ...attributes, key: index }))}
    </svg>
  );
}
