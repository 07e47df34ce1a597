import { App as AntApp, ConfigProvider, theme } from 'antd';
import viVN from 'antd/locale/vi_VN';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { antdTheme, type Mode } from './tokens.js';
import { useMedia } from '../ui/use-media.js';

type Choice = Mode | 'system';
const KEY = 'don-doc.theme';

const Context = createContext<{ mode: Mode; toggle: () => void }>({ mode: 'light', toggle: () => undefined });
export const useTheme = () => useContext(Context);

function stored(): Choice {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

/** Light or dark as the machine asks, until the person chooses. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState<Choice>(stored);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const mode: Mode = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;

  useEffect(() => {
    document.documentElement.dataset['theme'] = mode;
  }, [mode]);

  const value = useMemo(
    () => ({
      mode,
      toggle: () => {
        const next: Mode = mode === 'dark' ? 'light' : 'dark';
        setChoice(next);
        try {
          localStorage.setItem(KEY, next);
        } catch {
          // A browser that keeps nothing still switches for this visit.
        }
      },
    }),
    [mode],
  );
  const config = useMemo(() => antdTheme(mode, mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm), [mode]);

  return (
    <Context value={value}>
      <ConfigProvider locale={viVN} theme={config} wave={{ disabled: true }}>
        <AntApp message={{ duration: 3, maxCount: 3 }}>{children}</AntApp>
      </ConfigProvider>
    </Context>
  );
}
