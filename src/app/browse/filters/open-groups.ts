import { createContext } from 'react';

/**
 * Which groups of filters somebody has opened or shut. Kept above the pages: they stay so where the filters go over the
 * list, and after a look at a row.
 */
export const OpenGroups = createContext<Map<string, boolean> | undefined>(undefined);
