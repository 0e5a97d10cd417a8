import type { ComponentChildren, Ref } from 'preact';
import { useRef } from 'preact/hooks';
import styles from './Tabs.module.css';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Shown beside the label; null while it is unknown. */
  readonly count: number | null;
}

export interface TabListProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** The tab list of the WAI-ARIA tabs pattern: arrows, Home and End move and select, Tab leaves the list. */
export function TabList<Id extends string>({ label, tabs, selected, onSelect }: TabListProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const select = (index: number) => {
    const tab = tabs.at(index % tabs.length);
    if (!tab) return;
    onSelect(tab.id);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const current = tabs.findIndex((tab) => tab.id === selected);
    const target = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: -1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    select(target);
  };
  return (
    <div ref={list} class={styles.list} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          class={styles.tab}
          aria-selected={tab.id === selected}
          aria-controls={`panel-${tab.id}`}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
          {tab.count !== null && <span class={styles.count}> {tab.count}</span>}
        </button>
      ))}
    </div>
  );
}

export interface TabPanelProps {
  readonly id: string;
  readonly selected: boolean;
  readonly panelRef?: Ref<HTMLDivElement>;
  readonly children: ComponentChildren;
}

/** A panel stays in the page while another is shown, so that it keeps its place. */
export function TabPanel({ id, selected, panelRef, children }: TabPanelProps) {
  return (
    <div
      ref={panelRef ?? null}
      id={`panel-${id}`}
      class={styles.panel}
      role="tabpanel"
      aria-labelledby={`tab-${id}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reached by keyboard
      tabIndex={0}
      hidden={!selected}
    >
      {children}
    </div>
  );
}
