import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-500.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/latin-700.css';
import '@fontsource/be-vietnam-pro/latin-ext-400.css';
import '@fontsource/be-vietnam-pro/latin-ext-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-500.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-700.css';
import '@fontsource/tinos/latin-400.css';
import '@fontsource/tinos/latin-700.css';
import '@fontsource/tinos/latin-ext-400.css';
import '@fontsource/tinos/vietnamese-400.css';
import '@fontsource/tinos/vietnamese-700.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/plan.css';
import './styles/row.css';
import './styles/print.css';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/problem.js';
import { AppRouter } from './app/router.js';
import { ThemeProvider } from './app/theme.js';

const client: QueryClient = new QueryClient({
  // Whatever reading first hears that the session ended, the shell asks who is at work, and shows the log-in page.
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      if (error instanceof ApiProblem && error.status === 401 && queryKey[0] !== 'me') {
        void client.invalidateQueries({ queryKey: ['me'] });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What was refused stays refused; what could not be reached is tried again.
      retry: (failures, error) =>
        failures < 3 && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500),
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 8_000),
    },
  },
});

/** A page older than the server asks for parts that are no longer there: it is read anew, at most once a minute. */
const RELOADED = 'don-doc.reloaded';
window.addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <ThemeProvider>
          <AppRouter />
        </ThemeProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
