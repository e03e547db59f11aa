/** Pixels of the grid's columns, the gap included; columns take more where there is room, never less. */
export const NAME_WIDTH = 158;
export const COLUMN_WIDTH = 81;
/** Pixels of a row, as far as it is not taller for its words; for rows that are not drawn. */
export const ROW_HEIGHT = 45;
