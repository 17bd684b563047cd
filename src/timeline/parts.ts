import { onDemand } from './on-demand';

/** What only some visitors ask for: none of it is loaded with the drawing. */
export const Find = onDemand(async () => (await import('./find')).Find);
export const Help = onDemand(async () => (await import('./help')).Help);
export const MarkItems = onDemand(async () => (await import('./mark-items')).MarkItems);
export const RowMenu = onDemand(async () => (await import('./row-menu')).RowMenu);
export const Tip = onDemand(async () => (await import('./tip')).Tip);
