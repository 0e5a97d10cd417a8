/** Message keys: `messageKey('exportFormat', format)`, and `messageKey('exportFormatHint', format)` for what it is good for. */
export const EXPORT_FORMATS = ['markdown', 'html', 'epub', 'json', 'bookmarks', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats that hold the text of an article for people to read: those that one article alone is worth. */
export const ARTICLE_FORMATS = ['markdown', 'html', 'epub'] as const satisfies readonly ExportFormat[];
