import { useDeferredValue, useState } from 'react';
import type { MergedParticipant } from '../../core/index';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { describeParticipant, type Names } from './describe';
import { Rows } from './Rows';
import { filteredGroups, type Group } from './shown';

interface ParticipantFieldsProps {
  participant: MergedParticipant;
  /** Of those that the participant may refer to, by id. */
  names?: Names;
}

/** Every field of the participant, in groups, found by a filter. */
export function ParticipantFields({ participant, names }: ParticipantFieldsProps) {
  const format = useFormat();
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const groups = filteredGroups(describeParticipant(participant, format, names), wanted);
  return (
    <>
      <input
        type="search"
        className="field mt-2 w-full print:hidden"
        aria-label={words.details.filter}
        placeholder={words.details.filter}
        onChange={(event) => setQuery(event.target.value)}
      />
      {groups.map((group) => (
        <FieldGroup key={group.id} group={group} open={wanted.trim() !== ''} />
      ))}
      {groups.length === 0 && <p className="mt-3 text-sm text-muted">{words.details.nothingMatches}</p>}
    </>
  );
}

function FieldGroup({ group, open }: { group: Group; open: boolean }) {
  return (
    // Not a region: there are a dozen of them, and landmarks are to be few.
    <fieldset className="mt-4 min-w-0">
      <legend className="section-title mb-1.5">{group.name}</legend>
      <Rows rows={group.rows} open={open} />
    </fieldset>
  );
}
