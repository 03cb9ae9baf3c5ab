"""Files of office programs.

Only who makes one loads these modules: their libraries take longer to load than all the rest of the generator.
"""
