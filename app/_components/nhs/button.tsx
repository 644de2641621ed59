import type { ReactNode } from "react";

type ButtonProps = {
  children: ReactNode;
  variant?: "secondary" | "warning";
  small?: boolean;
  /** Sent with the form it stands in. */
  name?: string;
  value?: string;
  disabled?: boolean;
};

/** Sends the form that it stands in. */
export function Button({ children, variant, small, ...rest }: ButtonProps) {
  const classes = ["nhsuk-button", variant && `nhsuk-button--${variant}`, small && "nhsuk-button--small"];
  return (
    <button className={classes.filter(Boolean).join(" ")} type="submit" {...rest}>
      {children}
    </button>
  );
}
