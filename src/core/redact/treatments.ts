/** What kind of value was replaced. `setting` and `queue` are names of the organisation's own making. */
export type ReplacementKind =
  | 'name'
  | 'number'
  | 'address'
  | 'queue'
  | 'setting'
  | 'url'
  | 'note'
  | 'comment'
  | 'attribute'
  | 'text'
  | 'key'
  | 'id';

/**
 * What becomes of a field's text.
 * `keep`: the picture is drawn from it. `word`: kept where it reads like a word of an enum, else replaced as
 * text. `path`: kept where it is a path of the vendor's API, else replaced as URL. `party`: a queue's name or
 * a person's. `data`: ids and paths as such, else text. `queue`, `setting`, `id`: replaced on demand only.
 * Everything else is replaced.
 */
export type Treatment = 'keep' | 'word' | 'path' | 'party' | 'data' | ReplacementKind;

/**
 * By field name; `parent.name` where the field that holds the object decides. A field that stands nowhere
 * here is replaced as `text`: what nobody has thought about is taken for personal.
 */
const FIELDS: readonly [Treatment, ...names: string[]][] = [
  [
    'keep',
    'purpose participantType state initialState direction disconnectType cobrowseRole type howEnded',
    'mediaRoles mediaType provider transferType originatingDirection',
  ],
  [
    'word',
    'locale flaggedReason screenRecordingState recordingState wrapupPrompt status errorCode code idType',
    'messageType messageStatus socialVisibility socialMediaHub recipientCountry recipientType flowType',
    'flowOutType flowVersion usedRouting requestedRoutings resourceType authorizedActions metrics.name',
  ],
  ['id', 'peer controlling msids wrapup.code wrapUpCode wrapupCode'],
  ['path', 'userUri selfUri otherMediaUris messageURI'],
  // The lane of a queue or flow, and the two ends of a leg: they come with a queue's name or a customer's.
  [
    'party',
    'system.name self.name self.nameRaw other.name other.nameRaw toAddress.name toAddress.nameRaw',
    'fromAddress.name fromAddress.nameRaw remoteNameDisplayable',
  ],
  ['name', 'name aniName callbackUserName callerIdName socialUserName userName entityName'],
  // Ids of the outside world: a telephone number, an account, an e-mail address.
  ['number', 'ani dnis sessionDnis callerId callbackNumbers'],
  [
    'address',
    'address addressSelf addressOther addressFrom addressTo addressNormalized addressRaw',
    'addressDisplayable remote socialMediaId customer.id',
  ],
  ['url', 'viewerUrl avatarImageUrl'],
  ['note', 'notes wrapUpNote wrapupNotes'],
  ['comment', 'comments privateComments'],
  ['attribute', 'attributes'],
  ['queue', 'queueName queue.name'],
  [
    'setting',
    'team.name script.name language.name skills.name evaluationForm.name calibration.name',
    'wrapup.name label formName flowName dispositionName dispositionAnalyzer',
  ],
  [
    'data',
    'divisions routingPolicies scoredAgents queueMediaSettings questionGroupScores flow evaluationSource',
    'mediaEndpointStats',
  ],
];

const TREATMENTS: ReadonlyMap<string, Treatment> = new Map(
  FIELDS.flatMap(([treatment, ...names]) =>
    names
      .join(' ')
      .split(' ')
      .map((name): [string, Treatment] => [name, treatment]),
  ),
);

/** What becomes of a text field of the object that stands in the field `parent`. */
export function treatmentOf(parent: string, name: string): Treatment {
  const own = TREATMENTS.get(`${parent}.${name}`) ?? TREATMENTS.get(name);
  if (own !== undefined) return own;
  return name === 'id' || /Ids?$/.test(name) ? 'id' : 'text';
}
