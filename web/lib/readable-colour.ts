// Which shade of a colour one was given can be read on these grounds? Contrast as WCAG 2.2 computes it.

/** A colour by theme. */
export type TerritoryColours = { light: string; dark: string };

type Rgb = readonly [red: number, green: number, blue: number];

/** Share of black or white added at each step. */
const STEP = 0.05;

/**
 * The nearest shade, darker or lighter, that reaches `ratio` on every ground; null when the colour is
 * not written `#rrggbb`. Grounds are all light or all dark, written the same way.
 */
export function readableColour(
  colour: string,
  grounds: readonly string[],
  ratio = 7,
): string | null {
  const given = parse(colour);
  if (given === null) return null;
  const behind = grounds.map(parse).filter((ground) => ground !== null);
  const end = behind.some((ground) => luminance(ground) > 0.5) ? 0 : 255;
  for (let share = 0; ; share += STEP) {
    const shade = given.map((channel) => Math.round(channel + (end - channel) * share));
    const rgb: Rgb = [shade[0] ?? end, shade[1] ?? end, shade[2] ?? end];
    if (share >= 1 || behind.every((ground) => contrast(rgb, ground) >= ratio)) return write(rgb);
  }
}

function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(a, b) / Math.min(a, b);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function parse(colour: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((two) => Number.parseInt(two, 16));
  return [red, green, blue];
}

function write(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.min(255, channel).toString(16).padStart(2, '0')).join('')}`;
}
