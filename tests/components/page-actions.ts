import { vi } from 'vitest';

/** What a screen that shows a page can ask for, each to be looked at by a test. */
export function pageActions() {
  return {
    changeSettings: vi.fn(),
    copyMarkdown: vi.fn(),
    copyLink: vi.fn(),
    exportShown: vi.fn(),
    openOptions: vi.fn(),
  };
}
