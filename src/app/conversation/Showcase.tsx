import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { sampleListQuery, sampleQuery } from '../../sources/queries';
import { conversationAddress } from '../address';
import { LoadFailed } from '../parts/LoadFailed';
import { Loading } from '../parts/Loading';
import { useSamples } from '../samples';
import { words } from '../words';
import { ConversationView } from './ConversationView';

/** One sample, drawn. */
export function Showcase({ id }: { id: string }) {
  const source = useSamples();
  const { data: list } = useQuery(sampleListQuery(source));
  const { data, error, refetch } = useQuery(sampleQuery(source, id));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  const found = data?.outcome.found[0];
  if (!data || !found) return <Loading text={words.browse.loading} />;
  return (
    <ConversationView
      found={found}
      reading={data.outcome}
      title={list?.find((item) => item.id === id)?.title}
      level={2}
      brief
      aside={
        <Link href={conversationAddress(id)} className="link text-sm">
          {words.browse.openShowcase}
        </Link>
      }
    />
  );
}
