import { useState } from 'react';
import type { MergedParticipant } from '../../core/index';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { FactList } from './FactList';
import { fieldsOf, textOf } from './participantFields';

/** Every plain field of the participant, by the vendor's own names. */
export function ParticipantFields({ participant }: { participant: MergedParticipant }) {
  const format = useFormat();
  const [revealed, setRevealed] = useState(false);
  const { facts, joinLink } = fieldsOf(participant, (at) => format.full(at));
  const { attributes = [] } = participant;
  return (
    <>
      <p className="section-title mt-5">{words.details.fields}</p>
      <FactList facts={facts} />
      {joinLink !== undefined && (
        <div className="mt-1.5 text-sm">
          <FactList facts={[['viewerUrl', revealed ? joinLink : words.details.masked]]} />
          {!revealed && (
            <button type="button" className="button mt-1" onClick={() => setRevealed(true)}>
              {words.details.reveal}
            </button>
          )}
        </div>
      )}
      {attributes.length > 0 && (
        <>
          <p className="section-title mt-5">{words.details.attributes}</p>
          <FactList facts={attributes.map(([key, value]) => [key, textOf(value)])} />
        </>
      )}
    </>
  );
}
