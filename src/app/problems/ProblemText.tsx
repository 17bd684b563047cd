import { Fragment } from 'react';
import { visible } from '../../ui/visible';
import type { FoundProblem } from '../../workers/messages';
import { problemText } from './problemText';

/** A problem in words: where there is too little room for its pointer, that is broken between its steps. */
export function ProblemText({ found }: { found: FoundProblem }) {
  const [first, ...steps] = visible(problemText(found)).split('/');
  return (
    <bdi>
      {first}
      {steps.map((step, place) => (
        <Fragment key={place}>
          <wbr />/{step}
        </Fragment>
      ))}
    </bdi>
  );
}
