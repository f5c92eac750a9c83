"""Who the sample data is about: everybody and every company here is made up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample person."""

    key: str
    name: str
    title: str
    company: str
    closeness: str = ""
    how: str = ""
    email: bool = False
    tags: str = ""
    zone: str = ""
    by: str = ""
    """key of who introduced them"""
    address: str = ""


TARGETS: tuple[tuple[str, int, int], ...] = (
    # name, motivation 0 to 3, posting 1 to 3
    ("Northwind", 3, 2),
    ("Contoso", 3, 1),
    ("Globex", 2, 3),
    ("Initech", 2, 1),
    ("Fabrikam", 2, 2),
    ("Tailwind Outfitters", 1, 1),
    ("Litware", 3, 3),
)

PEOPLE: tuple[Sample, ...] = (
    # Connect
    Sample("ines", "Inês Carvalho", "Head of Brand", "Litware", "acquaintance",
           "shared a studio in Lisbon", tags="brand"),
    Sample("tomasz", "Tomasz Łukasik", "Category Manager", "Northwind", "stranger"),
    Sample("hana", "Hana Sato", "Packaging Designer", "Fabrikam", "stranger", tags="design"),
    Sample("grace", "Grace Mbeki", "Store Development Lead", "Tailwind Outfitters", "acquaintance",
           "sat together on the retail panel"),
    Sample("luis", "Luis Arroyo", "Procurement Lead", "Globex", "close", "shared a flat in Bilbao",
           email=True),
    Sample("wei", "陈伟", "Supply Planner", "Litware", "acquaintance",
           "met at the harbor logistics day"),
    Sample("nadia", "Nadia Haddad", "Product Manager", "Initech", "acquaintance",
           "took the same statistics course", by="luis"),
    Sample("oscar", "Oscar Lindqvist", "Brand Strategist", "Contoso", "close",
           "worked together at Adatum for three years", email=True),
    # Ask
    Sample("maya", "Maya Oyelaran", "Brand Manager", "Globex", "acquaintance",
           "were on the same jury in Lund", email=True, tags="brand, lund"),
    Sample("pieter", "Pieter van Dijk", "Innovation Lead", "Fabrikam", "acquaintance",
           "organized the repair café", email=True),
    Sample("sofia", "Sofia Rinaldi", "Retail Analyst", "Northwind", "stranger", by="oscar",
           email=True),
    Sample("daniel", "Daniel Ferreira", "Service Designer", "Initech", "acquaintance",
           "wrote the city guide together"),
    Sample("aiko", "Aiko Tanabe", "Insights Manager", "Litware", "stranger", by="maya",
           email=True, zone="Asia/Tokyo"),
    Sample("ruth", "Ruth Adler", "Sustainability Lead", "Contoso", "acquaintance",
           "met at the refill meetup", email=True),
    # Firm up
    Sample("jonas", "Jonas Weber", "Store Operations Lead", "Northwind", "acquaintance",
           "ran the Lund pop-up store", email=True, tags="lund"),
    Sample("emily", "Emily Carter", "Packaging Engineer", "Fabrikam", "acquaintance",
           "met at the packaging fair", email=True, zone="America/Chicago"),
    Sample("yusuf", "Yusuf Demir", "Head of Customer Research", "Globex", "stranger", by="luis",
           email=True),
    # Talk
    Sample("clara", "Clara Novak", "Brand Manager", "Contoso", "acquaintance",
           "volunteered at the same library", email=True,
           address="Clara Novak\nContoso\n12 Harbor Street\nPortland OR 97201"),
    # Keep
    Sample("samuel", "Samuel Okafor", "Merchandising Lead", "Initech", "acquaintance",
           "played in the same orchestra", email=True,
           address="Samuel Okafor\nInitech\n48 Mill Lane\nPortland OR 97209"),
    Sample("lena", "Lena Fischer", "Brand Director", "Northwind", "close",
           "was my first manager at Adatum", email=True, tags="mentor",
           address="Lena Fischer\n7 Garden Row\nPortland OR 97214"),
    Sample("arjun", "Arjun Patel", "Concept Designer", "Tailwind Outfitters", "acquaintance",
           "took the same night course", email=True,
           address="Arjun Patel\n3 Canal View\nSeattle WA 98101"),
    # Left the board
    Sample("martin", "Martin Dufour", "Sales Director", "Globex", "stranger"),
    Sample("zoe", "Zoë Laurent", "Trade Marketer", "Litware", "acquaintance",
           "met on the ferry to Gotland", email=True),
    Sample("kenji", "Kenji Mori", "Category Buyer", "Wingtip", "acquaintance",
           "met at the trade fair"),
    Sample("paula", "Paula Santos", "Format Manager", "Wingtip", "stranger"),
    Sample("henrik", "Henrik Sund", "Operations Manager", "Proseware", "acquaintance",
           "coached the same youth team"),
    Sample("ivy", "Ivy Chen", "Design Lead", "Proseware", "stranger", email=True),
    Sample("bruno", "Bruno Costa", "Space Planner", "Adatum", "acquaintance",
           "worked two desks apart at Adatum", email=True),
    # The rest of the network
    Sample("elif", "Elif Arslan", "Data Analyst", "Adatum", "close",
           "worked together at Adatum", email=True, tags="vouches"),
    Sample("george", "George Whitfield", "Finance Partner", "Adatum", "acquaintance"),
    Sample("miriam", "Miriam Cohen", "Librarian", "City Library", "close", tags="vouches"),
    Sample("anders", "Anders Holm", "Photographer", "Holm Studio", "close"),
    Sample("fatima", "Fatima Zahra", "Recruiter", "Relecloud", "stranger"),
    Sample("victor", "Victor Hale", "Account Executive", "Relecloud", "stranger"),
    Sample("noor", "Noor Khan", "UX Researcher", "Relecloud", "acquaintance"),
    Sample("peter", "Peter Brandt", "Warehouse Lead", "VanArsdel", "acquaintance"),
    Sample("camille", "Camille Petit", "Buyer", "VanArsdel", ""),
    Sample("dmitri", "Dmitri Volkov", "Logistics Planner", "VanArsdel", ""),
    Sample("olu", "Olu Adebayo", "Program Manager", "Lamna Healthcare", ""),
    Sample("rosa", "Rosa Jiménez", "Nurse Educator", "Lamna Healthcare", ""),
    Sample("theo", "Theo Marsh", "Branch Manager", "Woodgrove Bank", ""),
    Sample("mei", "Mei Lin", "Credit Analyst", "Woodgrove Bank", ""),
    Sample("will", "Will May", "Store Manager", "Tailwind Outfitters", "acquaintance"),
    Sample("astrid", "Astrid Berg", "Product Designer", "Contoso", ""),
    Sample("joao", "João Mendes", "Shift Lead", "Northwind", ""),
    Sample("chiara", "Chiara Greco", "Category Analyst", "Northwind", ""),
    Sample("omar", "Omar Saleh", "Innovation Manager", "Litware", ""),
    Sample("beth", "Beth Sutton", "Marketing Lead", "Fabrikam", ""),
)  # fmt: skip
