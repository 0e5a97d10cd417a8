import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ExportDialog } from '../../components/export/ExportDialog.tsx';
import type { ExportOffer, ExportOrder } from '../../components/export/offer.ts';
import { createNotices } from '../../components/state/notices.ts';
import { translator } from '../../utils/i18n.ts';
import { EXPORT_FORMATS } from '../../utils/library/transfer/export/format-names.ts';
import { brokenRules, show } from './screen.tsx';

const t = translator('en');
afterEach(cleanup);

function open(run: ExportOffer['run'], given: Partial<ExportOffer> = {}, language: 'en' | 'ja' = 'en') {
  const notices = createNotices();
  const onClose = vi.fn();
  const offer: ExportOffer = { formats: EXPORT_FORMATS, count: async () => 12, run, ...given };
  const { container } = show(<ExportDialog offer={offer} notices={notices} onClose={onClose} />, language);
  return { container, notices, onClose };
}

const start = () => fireEvent.click(screen.getByRole('button', { name: t('exportStartAction') }));

describe('the export dialog', () => {
  test('exports as it is told and says how the file is called', async () => {
    const orders: ExportOrder[] = [];
    const { notices, onClose } = open(async (order) => {
      orders.push(order);
      return { ok: true, value: { name: 'Tea.epub', damaged: 0 } };
    });
    fireEvent.click(screen.getByRole('radio', { name: /EPUB/u }));
    fireEvent.click(screen.getByRole('checkbox', { name: t('exportVertical') }));
    fireEvent.click(screen.getByRole('checkbox', { name: t('exportWithComments') }));
    start();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(orders).toMatchObject([{ format: 'epub', choices: { withComments: false, isVertical: true } }]);
    expect(notices.current.value).toMatchObject({ message: 'exportDone', values: { name: 'Tea.epub' } });
  });

  test('asks of each format only what it leaves open', () => {
    open(vi.fn());
    const checks = () => screen.queryAllByRole('checkbox').length;
    const counts = EXPORT_FORMATS.map((format) => {
      fireEvent.click(screen.getByRole('radio', { name: t(`exportFormat_${format}`) }));
      return checks();
    });
    expect(counts).toEqual([1, 1, 2, 0, 0, 0]);
  });

  test('says what went wrong and can be tried again', async () => {
    const run = vi.fn<ExportOffer['run']>(async () => ({
      ok: false,
      error: { kind: 'too-large', details: '' },
    }));
    const { onClose } = open(run);
    start();
    expect(await screen.findByText(t('exportError_too_large'))).toBeDefined();
    start();
    await waitFor(() => expect(run).toHaveBeenCalledTimes(2));
    expect(onClose).not.toHaveBeenCalled();
  });

  test('tells how far it is, and closing it stops the work', async () => {
    let order: ExportOrder | null = null;
    const { notices, onClose } = open(
      (given) =>
        new Promise((resolve) => {
          order = given;
          given.signal.addEventListener('abort', () =>
            resolve({ ok: false, error: { kind: 'cancelled', details: '' } }),
          );
        }),
    );
    await screen.findByText(t('exportEntries', { count: 12 }));
    start();
    await waitFor(() => expect(order).not.toBeNull());
    (order as ExportOrder | null)?.tell(5);
    expect(await screen.findByText(t('exportProgress', { done: 5, count: 12 }))).toBeDefined();
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    cleanup();
    expect((order as ExportOrder | null)?.signal.aborted).toBe(true);
    expect(notices.current.value).toBeNull();
  });

  test('tells of articles without a text', async () => {
    const { notices } = open(async () => ({ ok: true, value: { name: 'a.zip', damaged: 2 } }));
    start();
    await waitFor(() =>
      expect(notices.current.value).toMatchObject({
        message: 'exportDamaged',
        values: { count: 2 },
        isError: true,
      }),
    );
  });

  test.each(['en', 'ja'] as const)('breaks no rule of accessibility in %s', async (language) => {
    const { container } = open(vi.fn(), {}, language);
    expect(await brokenRules(container)).toEqual([]);
  });
});
