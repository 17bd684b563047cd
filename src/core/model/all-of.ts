/**
 * The type of a list that has every member of a union, in an order of its own. Of one that lacks some it is a type
 * error that names them: whatever goes through such a list would pass them over without a word.
 *
 *     const order = ['recorded', 'running', 'inferred', 'planned'] as const;
 *     const ORDER: AllOf<Certainty, typeof order> = order;
 */
export type AllOf<Member, List extends readonly Member[]> = readonly Member[] &
  ([Exclude<Member, List[number]>] extends [never] ? unknown : { missing: Exclude<Member, List[number]> });
