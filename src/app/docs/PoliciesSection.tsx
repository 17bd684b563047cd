import { useState } from 'react';
import { docsWords } from '../words/docs';
import { CodeBlock } from './CodeBlock';
import { type HostName, hostFiles, HOSTS } from './hosts';
import { Marked } from '../parts/Marked';
import { Segmented } from './Segmented';

const texts = docsWords.policies;

/** What two pages have to agree on before one frames the other. */
export function PoliciesSection() {
  const [host, setHost] = useState<HostName>('nginx');
  const { name, code } = hostFiles[host];
  return (
    <>
      <p className="max-w-prose text-sm">{texts.lead}</p>
      <p id="policies-agree" className="mt-3 max-w-prose text-sm">
        {texts.frame}
      </p>
      <table aria-labelledby="policies-agree" className="mt-2 w-full max-w-prose text-sm">
        <thead className="border-b border-line text-xs text-muted">
          <tr>
            <th className="w-1/2 py-2 pe-4 font-medium">{texts.columns.given}</th>
            <th className="py-2 font-medium">{texts.columns.needed}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-b border-line align-top">
          {texts.rows.map(({ given, needed }) => (
            <tr key={given}>
              <td className="py-2 pe-4 wrap-anywhere">
                <Marked text={given} />
              </td>
              <td className="py-2 wrap-anywhere text-muted">
                <Marked text={needed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-4 mb-2 max-w-prose text-sm">
        <Marked text={texts.serve} />
      </p>
      <Segmented label={texts.label} names={HOSTS} titles={texts.names} chosen={host} onChoose={setHost} />
      <CodeBlock title={name} code={code} />
    </>
  );
}
