import { createContext } from 'react';

/** Which groups of filters somebody has opened or shut: they stay so where the filters go over the list, and back. */
export const OpenGroups = createContext<Map<string, boolean> | undefined>(undefined);
