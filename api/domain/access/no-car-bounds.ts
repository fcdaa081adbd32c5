// How far, and how long, may one go to care without a car? The bounds of useful days, wherever they are reckoned.

/** Time with whoever gives care. */
export const VISIT_MINUTES = 30;
/** Door to door, each way. */
export const MOST_MINUTES_ONE_WAY = 90;
/** All the way on foot, each way: beyond, an old person does not walk to the doctor. */
export const MOST_WALK_MINUTES = 20;
/** An appointment that begins from here is in the afternoon. */
export const AFTERNOON_MINUTE = 13 * 60;
