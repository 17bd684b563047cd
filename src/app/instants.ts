/** The whole second an instant lies in: where conversations are named, thousandths only disturb. */
export function toSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}
