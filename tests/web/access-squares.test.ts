import { describe, expect, it } from 'vitest';
import { colourOf, STATE_COLOURS, valueClasses } from '#web/features/access/value-classes.ts';
import { indicatorOf } from './access-fixture.ts';

describe('the colour of a square', () => {
  const classes = valueClasses(indicatorOf('gp_access'));

  it('is that of the class of its value, as that of a commune', () => {
    const colour = colourOf(classes, { state: 'value', value: 2.6 });
    expect(colour).toBe(classes.find(({ from }) => from === 2.5)?.colour);
  });

  it('tells a square that reaches nothing, and one of too few people, from empty land', () => {
    const far = colourOf(classes, { state: 'none_in_reach', value: null });
    const few = colourOf(classes, { state: 'suppressed', value: null });
    expect([far, few]).toEqual([STATE_COLOURS.none_in_reach, STATE_COLOURS.suppressed]);
    expect(far).not.toBe(few);
  });

  it('is none where nothing is known', () => {
    expect(colourOf(classes, { state: 'unknown', value: null })).toBeNull();
  });
});
