import { isNothingKept } from '../../../sources/library/folder';

/** As often it is looked after while the page is: nobody is told when a browser clears what a site keeps. */
const EVERY_MS = 15_000;

/**
 * Calls back once the library's files were taken away under us, as browsers do for want of room, and people in
 * their settings. The engine has them open and notices nothing: what is written from then on would be lost.
 */
export function whenCleared(work: () => void): void {
  let over = false;
  const stop = () => {
    over = true;
    clearInterval(timer);
    window.removeEventListener('focus', look);
    document.removeEventListener('visibilitychange', look);
  };
  async function check(): Promise<void> {
    if (over || document.visibilityState === 'hidden' || !(await isNothingKept()) || over) return;
    stop();
    work();
  }
  const look = () => void check();
  const timer = setInterval(look, EVERY_MS);
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
}
