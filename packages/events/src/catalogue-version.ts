/**
 * Rises with every change of the catalogue of events. Changes only add (an event, an optional property), because pages
 * of older versions stay open for days; what would break them becomes an event of another name.
 */
export const CATALOGUE_VERSION = 3;
