import type { ReactNode } from 'react';

/** The plan's own words. */
export const Quoted = ({ children }: { readonly children: ReactNode }) => <span className="quoted">{children}</span>;
