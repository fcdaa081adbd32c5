// When the shapes of communes do not come, what is said in place of the map, and does asking again bring it?

import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, workspacePage } from '#tests/web/workspace-page.ts';
import { createShapes, ShapesAwaited } from '#web/features/access/scenario-shapes.tsx';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

const words = fr.scenario;
const SQUARE: readonly (readonly [number, number])[] = [
  [0, 45],
  [0.1, 45],
  [0.1, 45.1],
  [0, 45],
];
const SHAPES: Answer = {
  status: 200,
  body: {
    features: [
      {
        geometry: { coordinates: [[SQUARE]] },
        properties: { insee: '16001', name: 'Le Bourg', population: 12, label: [0.05, 45.05] },
      },
    ],
  },
};

afterEach(() => cleanup());

function show(first: Answer) {
  let answer = first;
  const { state, asked } = workspacePage({ 'GET /shapes': () => answer });
  function Place() {
    const shapes = createShapes('vallee');
    return (
      <>
        <ShapesAwaited shapes={shapes} />
        <p data-testid="drawn">
          {shapes
            .sheet()
            ?.communes.map(({ name }) => name)
            .join()}
        </p>
      </>
    );
  }
  render(() => (
    <PageContext.Provider value={state}>
      <Place />
    </PageContext.Provider>
  ));
  return {
    asked,
    answerWith: (next: Answer) => {
      answer = next;
    },
  };
}

describe('the shapes of communes a scenario is drawn with', () => {
  it('are said to be coming, not to have failed, until an answer is there', async () => {
    show(SHAPES);
    expect(screen.getByRole('status').textContent).toBe(fr.common.loading);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await screen.findByText('Le Bourg')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('are said not to have come, and come when they are asked for again', async () => {
    const { asked, answerWith } = show({ status: 503, body: {} });
    expect((await screen.findByRole('alert')).textContent).toContain(words.map.failed);
    expect(screen.getByTestId('drawn').textContent).toBe('');
    answerWith(SHAPES);
    fireEvent.click(screen.getByRole('button', { name: words.retry }));
    expect(await screen.findByText('Le Bourg')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(asked).toHaveLength(2);
  });
});
