// A line in the colour of the territory, under the header: it says where one is, and nothing is lost
// without it. The colour stands in the drawing: the styles of a page take none from data.

export type TerritoryBandProps = { light: string; dark: string };

export function TerritoryBand(props: TerritoryBandProps) {
  return (
    <svg class="territory-band" aria-hidden="true">
      <rect class="territory-band-light" width="100%" height="100%" fill={props.light} />
      <rect class="territory-band-dark" width="100%" height="100%" fill={props.dark} />
    </svg>
  );
}
