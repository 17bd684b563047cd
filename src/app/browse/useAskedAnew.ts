import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetConversations, leaveConversations } from '../../sources/queries';
import type { ConversationSource } from '../../sources/source';

/** What was found is asked for once more when something has changed in the source, or may have when nobody listened. */
export function useAskedAnew(source: ConversationSource): void {
  const queries = useQueryClient();
  useEffect(() => {
    const stop = source.onChange?.(() => void forgetConversations(queries, source));
    return () => {
      stop?.();
      void leaveConversations(queries, source);
    };
  }, [source, queries]);
}
