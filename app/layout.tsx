import type { ReactNode } from "react";
import { Stylesheets } from "./_components/stylesheets";

/** The document. Header, banner and footer are the page's (see _components/shell), since they depend on it. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta name="theme-color" content="#005eb8" />
        <Stylesheets />
      </head>
      <body>{children}</body>
    </html>
  );
}
