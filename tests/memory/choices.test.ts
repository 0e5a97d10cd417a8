import { describe, expect, it } from 'vitest';
import { choiceOf } from '../../utils/memory/choice-keys.ts';
import { createMemory } from '../../utils/memory/memory.ts';
import { aMemory, dumpOf, given } from './a-memory.ts';

const BACK = 'back ad ad-token div.widget';
const UNFOLD = 'unfold repeat div.more div.text';
const keep = (host: string, ...keys: string[]) => ({ host, choices: keys.map(choiceOf), forgotten: [] });

describe('remembered choices', () => {
  it('are found again for their host, and for no other', async () => {
    const { memory } = aMemory();
    await given(memory.keep(keep('one.example', BACK, UNFOLD)));
    expect(await given(memory.recall('one.example', [BACK, 'back x', UNFOLD]))).toEqual(
      new Set([BACK, UNFOLD]),
    );
    expect(await given(memory.recall('two.example', [BACK, UNFOLD]))).toEqual(new Set());
    expect(await given(memory.recall('one.example.evil', [BACK]))).toEqual(new Set());
  });

  it('are kept as hashes: nothing of what they are about can be read', async () => {
    const { memory, name } = aMemory();
    await given(memory.keep(keep('one.example', 'back ad ad-token div.widget thewordsofthepost')));
    const dump = await dumpOf(name);
    expect(dump).not.toMatch(/widget|words|token/u);
    expect(dump).toContain('one.example');
  });

  it('are listed by host, the newest first, with what they do', async () => {
    const { memory } = aMemory();
    await given(memory.keep(keep('one.example', BACK)));
    await given(memory.keep(keep('two.example', 'instead 1 repeat div.a')));
    await given(memory.keep(keep('one.example', UNFOLD)));
    const listed = await given(memory.choices());
    expect([...listed.keys()]).toEqual(['one.example', 'two.example']);
    expect(listed.get('one.example')).toMatchObject([
      { kind: 'unfold', reason: null },
      { kind: 'put-back', reason: 'ad' },
    ]);
    expect(listed.get('two.example')).toMatchObject([{ kind: 'instead', reason: null }]);
  });

  it('are forgotten by the choice itself, one by one, by host and all', async () => {
    const { memory } = aMemory();
    const counts = async () => [...(await given(memory.choices())).values()].map((choices) => choices.length);
    await given(memory.keep(keep('one.example', BACK, UNFOLD, 'back form x')));
    await given(memory.keep(keep('two.example', BACK)));
    await given(memory.keep({ host: 'one.example', choices: [], forgotten: [UNFOLD] }));
    expect(await given(memory.recall('one.example', [BACK, UNFOLD]))).toEqual(new Set([BACK]));
    const [first] = (await given(memory.choices())).get('one.example') ?? [];
    await given(memory.forgetChoices('one.example', first?.hash));
    expect(await counts()).toEqual([1, 1]);
    await given(memory.forgetChoices('one.example'));
    expect([...(await given(memory.choices())).keys()]).toEqual(['two.example']);
    await given(memory.forgetChoices());
    expect(await counts()).toEqual([]);
  });

  it('are no more than a bound; the oldest go', async () => {
    const { memory } = aMemory();
    const many = (from: number) =>
      Array.from({ length: 1_200 }, (_, index) => `back ad rule place-${from + index}`);
    await given(memory.keep(keep('one.example', ...many(0))));
    await given(memory.keep(keep('two.example', ...many(0))));
    const listed = await given(memory.choices());
    expect(listed.get('two.example')).toHaveLength(1_200);
    expect(listed.get('one.example')).toHaveLength(800);
  });

  it('say why they cannot be had', async () => {
    const full = createMemory(async () => {
      throw new DOMException('', 'QuotaExceededError');
    });
    expect(await full.recall('one.example', [BACK])).toMatchObject({
      ok: false,
      error: { kind: 'disk-full' },
    });
    expect(await full.keep(keep('one.example', BACK))).toMatchObject({ ok: false });
  });
});
