import type { Translate } from '../../utils/i18n.ts';
import type { ExportFormat } from '../../utils/library/transfer/export/format-names.ts';
import type { ExportChoices, ExportError } from '../../utils/library/transfer/export/types.ts';
import type { Result } from '../../utils/result.ts';

/** How the reader wants something exported. */
export interface ExportOrder {
  readonly format: ExportFormat;
  readonly choices: ExportChoices;
  readonly t: Translate;
  readonly language: string;
  readonly signal: AbortSignal;
  readonly tell: (done: number) => void;
}

export interface ExportDone {
  /** Of the file. */
  readonly name: string;
  /** How many articles have no text any more. */
  readonly damaged: number;
}

/** Something that can be exported: the article shown, what was chosen, a tag, everything. */
export interface ExportOffer {
  readonly formats: readonly ExportFormat[];
  /** How many entries there are; null while that is not known. */
  count(): Promise<number | null>;
  /** Writes a file and hands it to the reader. Never rejects. */
  run(order: ExportOrder): Promise<Result<ExportDone, ExportError>>;
}
