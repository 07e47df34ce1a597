import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newCommandId } from '../api/command-id.js';
import { post } from '../api/http.js';
import { planKey } from '../api/queries.js';

/**
 * One command of one dialog: its id is made when the dialog opens and kept, so that a second press, or a retry after a
 * broken answer, is the same command and harmless.
 */
export function useCommand<Answer = unknown>(planId: string, onDone: (answer: Answer) => void) {
  const client = useQueryClient();
  const [commandId] = useState(() => newCommandId());
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) => post<Answer>(path, { ...body, commandId }),
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: planKey(planId) });
      void client.invalidateQueries({ queryKey: ['findings', planId] });
      void client.invalidateQueries({ queryKey: ['plans'] });
      onDone(answer);
    },
  });
}
