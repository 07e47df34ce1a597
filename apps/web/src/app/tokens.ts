import type { ThemeConfig } from 'antd';

export type Mode = 'light' | 'dark';

export const SANS = "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif";

/** The few colours antd needs; everything else on the page reads the custom properties of styles/tokens.css. */
const palette = {
  light: {
    ink: '#25282b',
    inkHover: '#43484d',
    onInk: '#ffffff',
    paper: '#ffffff',
    page: '#f3f2ef',
    line: '#d9d7d2',
    text: '#1c1f21',
    muted: '#5a6066',
    late: '#9b1c1f',
    soon: '#8a5a00',
    done: '#276339',
    event: '#1d568a',
  },
  dark: {
    ink: '#e9e6e1',
    inkHover: '#ffffff',
    onInk: '#191b1d',
    paper: '#1f2224',
    page: '#151718',
    line: '#3a3f43',
    text: '#eceae6',
    muted: '#a7adb2',
    late: '#f0918a',
    soon: '#e3b25a',
    done: '#86c797',
    event: '#8dbdea',
  },
} as const;

export function antdTheme(mode: Mode, algorithm: ThemeConfig['algorithm']): ThemeConfig {
  const c = palette[mode];
  return {
    algorithm,
    token: {
      fontFamily: SANS,
      fontSize: 14,
      borderRadius: 3,
      controlHeight: 32,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      colorPrimary: c.ink,
      colorPrimaryHover: c.inkHover,
      colorPrimaryActive: c.ink,
      colorLink: c.text,
      colorLinkHover: c.text,
      colorText: c.text,
      colorTextBase: c.text,
      colorTextPlaceholder: c.muted,
      colorTextSecondary: c.muted,
      colorTextDescription: c.muted,
      colorTextTertiary: c.muted,
      colorBgBase: c.paper,
      colorBgContainer: c.paper,
      colorBgElevated: c.paper,
      colorBgLayout: c.page,
      colorBorder: mode === 'light' ? '#8d9196' : '#70777d',
      colorBorderSecondary: c.line,
      // Red is for what is late, and only that: what is wrong in a form is said in ink.
      colorError: c.text,
      colorWarning: c.soon,
      colorSuccess: c.done,
      colorInfo: c.event,
      boxShadow: '0 6px 24px rgb(0 0 0 / 14%)',
      boxShadowSecondary: '0 6px 24px rgb(0 0 0 / 14%)',
    },
    components: {
      Button: {
        primaryColor: c.onInk,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      Modal: { titleFontSize: 17 },
      Drawer: { paddingLG: 20 },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
      Segmented: { itemSelectedBg: c.ink, itemSelectedColor: c.onInk },
    },
  };
}
