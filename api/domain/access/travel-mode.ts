// How do people travel to care, in the observatory?

export const TRAVEL_MODES = ['car', 'walk', 'no_car'] as const;

/** `no_car`: lines, on-demand transport and volunteers, with the way back the same day. */
export type TravelMode = (typeof TRAVEL_MODES)[number];
