type Props = { children: string; className?: string | undefined; title?: string };

/** Text that people or computers wrote: isolated, so that it turns nothing around it, and whole in its tooltip. */
export function WrittenText({ children, className, title }: Props) {
  return (
    <bdi className={className} title={title ?? children}>
      {children}
    </bdi>
  );
}
