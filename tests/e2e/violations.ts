import axe from 'axe-core';
import type { View } from '../../scripts/lib/driver.ts';

export interface Violation {
  readonly id: string;
  readonly targets: readonly string[];
}

/** Every rule of axe but those about experiments. */
export async function violationsIn(view: View): Promise<readonly Violation[]> {
  return view.run(
    async () => {
      // Colours on their way from one scheme to the other are nobody's. What is not drawn never gets there.
      const still = Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      await Promise.race([still, new Promise((resolve) => setTimeout(resolve, 1_000))]);
      const engine = Reflect.get(window, 'axe') as typeof import('axe-core');
      const { violations } = await engine.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      return violations.map(({ id, nodes }) => ({
        id,
        targets: nodes.map((node) => `${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`),
      }));
    },
    null,
    axe.source,
  );
}
