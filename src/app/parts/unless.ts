/**
 * What a button does, unless it can do nothing now. It says so, but stays where the keyboard is: browsers take the
 * focus from a button that is disabled, and begin anew at the top of the page.
 */
export function unless(off: boolean, act: () => void): { 'aria-disabled'?: true; onClick?: () => void } {
  return off ? { 'aria-disabled': true } : { onClick: act };
}
