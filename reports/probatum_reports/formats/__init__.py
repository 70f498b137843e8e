"""What is written: pages, site, summary, badge and comparison."""
