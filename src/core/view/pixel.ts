/** Length or place on the screen in CSS pixels; may be fractional. Flavoured like the times in `model/time`. */
export type Pixel = number & { readonly flavour?: 'pixel' };
